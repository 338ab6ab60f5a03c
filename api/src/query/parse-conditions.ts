import type {Operator} from '../contract/index.ts'
import {operators} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import type {OpenColumn} from '../release/open-column.ts'
import {findColumn} from './find-column.ts'
import {parseValue} from './parse-value.ts'
import type {Condition} from './row-query.ts'

const syntax = 'Write column, operator, value: year>=2024, category in (a,b), closed_at is null.'

/**
 * Reads `column operator value`, several joined by `and`. A value is bare (it ends where the text ends, or at
 * ` and ` before another condition) or quoted with ' or " (doubled inside). Bare `null` after = and != means
 * a missing value. Throws UNKNOWN_COLUMN, UNKNOWN_OPERATOR, INVALID_CONDITION, INVALID_VALUE.
 */
export function parseConditions(text: string, columns: OpenColumn[]): Condition[] {
  const reader = new Reader(text, columns)
  const conditions = [reader.condition()]
  while (reader.and()) conditions.push(reader.condition())
  return conditions
}

type Value = {text: string; isQuoted: boolean}

class Reader {
  #text: string
  #columns: OpenColumn[]
  #rest: string
  #next: RegExp
  #or: RegExp

  constructor(text: string, columns: OpenColumn[]) {
    this.#text = text
    this.#columns = columns
    this.#rest = text
    // A bare value ends only before something that reads as a condition, so "Trees and shrubs" stays whole.
    const names = columns.map(column => column.name).join('|')
    const condition = `(?=[a-z_]\\w*\\s*[=<>!]|(?:${names})\\s+(?:in|is|not)\\b)`
    this.#next = new RegExp(`\\sand\\s+${condition}`, 'i')
    this.#or = new RegExp(`\\sor\\s+${condition}`, 'i')
  }

  condition(): Condition {
    const name = this.#take(/^\s*([A-Za-z_][A-Za-z0-9_]*)\s*/)?.[1]
    if (name === undefined) throw this.#invalid('it does not begin with a column')
    const column = findColumn(name, this.#columns)
    const operator = this.#operator(column)

    if (operator === 'is null' || operator === 'is not null')
      return {column, operator, values: [], hasNull: false}
    const isOpaque = column.type === 'json' || column.type === 'geometry'
    const values = operator === 'in' || operator === 'not in' ? this.#list(column) : [this.#value()]
    const known = values.filter(value => value.isQuoted || value.text.toLowerCase() !== 'null')
    const hasNull = known.length < values.length

    if (hasNull && operator === '=') return {column, operator: 'is null', values: [], hasNull: false}
    if (hasNull && operator === '!=') return {column, operator: 'is not null', values: [], hasNull: false}
    if (isOpaque)
      throw new ApiError(
        'UNKNOWN_OPERATOR',
        `The column "${column.name}" holds ${column.type} values, which are only asked for with "is null" and "is not null".`,
      )
    if (hasNull && operator !== 'in' && operator !== 'not in')
      throw new ApiError(
        'INVALID_VALUE',
        `"${column.name} ${operator} null" has no answer: a missing value is neither less nor more. ` +
          `Write "${column.name} is null".`,
      )
    return {column, operator, values: known.map(value => parseValue(column, value.text)), hasNull}
  }

  /** Steps over `and`. False at the end of the text. */
  and(): boolean {
    if (this.#rest.trim() === '') return false
    if (this.#take(/^\s+and\s+/i)) return true
    throw this.#invalid(`"${this.#rest.trim().slice(0, 60)}" follows the value. Join conditions with "and"`)
  }

  #operator(column: OpenColumn): Operator {
    const symbol = this.#take(/^(>=|<=|!=|<>|=|<|>)/)?.[1]
    if (symbol) return symbol === '<>' ? '!=' : (symbol as Operator)
    const word = this.#take(/^(not\s+in(?=[\s(])|in(?=[\s(])|is\s+not\s+null\b|is\s+null\b)/i)?.[1]
    if (word) return word.toLowerCase().replaceAll(/\s+/g, ' ') as Operator
    const found = /^[^\s\w'"(]+|^\w+/.exec(this.#rest)?.[0] ?? ''
    throw new ApiError(
      'UNKNOWN_OPERATOR',
      `After the column "${column.name}" comes ${found === '' ? 'no operator' : `"${found.slice(0, 30)}"`}. ` +
        `Operators: ${operators.join(', ')}.`,
    )
  }

  #list(column: OpenColumn): Value[] {
    if (!this.#take(/^\s*\(/))
      throw this.#invalid(`the values of "${column.name} in" stand in brackets: (a,b)`)
    const values: Value[] = []
    for (;;) {
      this.#take(/^\s+/)
      const value = this.#quoted() ?? {text: (this.#take(/^[^,)]*/)?.[0] ?? '').trim(), isQuoted: false}
      values.push(value)
      const end = this.#take(/^\s*([,)])/)?.[1]
      if (end === undefined) throw this.#invalid('a list of values is not closed by ")"')
      if (end === ')') break
    }
    if (values.some(value => value.text === '' && !value.isQuoted))
      throw this.#invalid("a list has an empty value; the empty text is written ''")
    return values
  }

  #value(): Value {
    this.#take(/^\s+/)
    const quoted = this.#quoted()
    if (quoted) return quoted
    const end = this.#next.exec(this.#rest)?.index ?? this.#rest.length
    const text = this.#rest.slice(0, end).trim()
    if (this.#or.test(text))
      throw this.#invalid('there is no "or"; several values of one column are asked for with in (a,b)')
    this.#rest = this.#rest.slice(end)
    return {text, isQuoted: false}
  }

  #quoted(): Value | null {
    const quote = this.#rest[0]
    if (quote !== "'" && quote !== '"') return null
    const pattern = quote === "'" ? /^'((?:[^']|'')*)'/ : /^"((?:[^"]|"")*)"/
    const text = this.#take(pattern)?.[1]
    if (text === undefined) throw this.#invalid(`a quoted value is not closed by ${quote}`)
    return {text: text.replaceAll(quote + quote, quote), isQuoted: true}
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.#rest)
    if (found) this.#rest = this.#rest.slice(found[0].length)
    return found
  }

  #invalid(why: string): ApiError {
    return new ApiError(
      'INVALID_CONDITION',
      `The condition "${this.#text.slice(0, 200)}" cannot be read: ${why}. ${syntax}`,
    )
  }
}
