import type {Draw} from '../numbers/draw.ts'

/**
 * A word that the text takes from what it is about: the street, the number of days, a phone that is drawn only where
 * the text has one.
 */
export type Slot<About> = (about: About, draw: Draw) => string

/** Writes a text about something. */
export type Write<About> = (about: About, draw: Draw) => string

type Node<About> = string | Write<About>

/**
 * A grammar of texts: rules are lists of alternatives, and `rule('name')` writes one of them. In an alternative
 *
 * - `{name}` is another rule, or else a slot; `{^name}` the same with its first letter large;
 * - `[a|b|]` is one of these, each as likely as the others; they may be nested and hold rules;
 * - `<в|ла>` is the man's or the woman's form, by `isWoman`;
 * - `4× ` in front makes an alternative four times as likely.
 *
 * Rules are compiled when first asked for, and may name each other.
 * @throws Error naming the rule and what is wrong in it: an unknown name, a bracket that is not closed
 */
export function makeGrammar<About>(
  rules: Record<string, readonly string[]>,
  slots: Record<string, Slot<About>>,
  isWoman: (about: About) => boolean = () => false,
): {rule: (name: string) => Write<About>; has: (name: string) => boolean} {
  const compiled = new Map<string, Write<About>>()

  function rule(name: string): Write<About> {
    const known = compiled.get(name)
    if (known) return known
    const alternatives = rules[name]
    if (!alternatives) throw new Error(`The grammar has no rule "${name}".`)
    // Rules may name each other: whoever asks meanwhile gets a word that waits for the rule.
    let ready: Write<About> = () => ''
    compiled.set(name, (about, draw) => ready(about, draw))
    ready = asWriter(choice(alternatives.map(text => weighted(text, name))))
    compiled.set(name, ready)
    return ready
  }

  function weighted(text: string, name: string): [Node<About>, number] {
    const [, weight, rest] = /^(\d+)× (.*)$/s.exec(text) ?? [null, '1', text]
    const parser = new Parser(rest!, name)
    const node = parser.sequence('')
    return [node, Number(weight)]
  }

  /** Reads one alternative from front to back. */
  class Parser {
    #text: string
    #rule: string
    #at = 0

    constructor(text: string, name: string) {
      this.#text = text
      this.#rule = name
    }

    /** Up to one of the letters of `ends`, or to the end of the text where `ends` is empty. */
    sequence(ends: string): Node<About> {
      const nodes: Node<About>[] = []
      for (;;) {
        const from = this.#at
        while (this.#at < this.#text.length && !'{}[]<>|'.includes(this.#text[this.#at]!)) this.#at++
        if (this.#at > from) nodes.push(this.#text.slice(from, this.#at))
        if (this.#at === this.#text.length) {
          if (ends) this.#fail('has a bracket that is not closed')
          return join(nodes)
        }
        const mark = this.#text[this.#at]!
        if (ends.includes(mark)) return join(nodes)
        this.#at++
        if (mark === '{') nodes.push(this.#name())
        else if (mark === '[') nodes.push(choice(this.#options(']').map(node => [node, 1])))
        else if (mark === '<') nodes.push(this.#forms())
        else this.#fail(`has a "${mark}" that belongs to nothing`)
      }
    }

    #name(): Node<About> {
      const end = this.#text.indexOf('}', this.#at)
      if (end < 0) this.#fail('has a brace that is not closed')
      const written = this.#text.slice(this.#at, end)
      this.#at = end + 1
      const name = written.startsWith('^') ? written.slice(1) : written
      if (!rules[name] && !slots[name]) this.#fail(`names "${name}", which is neither a rule nor a slot`)
      const node = rules[name] ? rule(name) : slots[name]!
      return written === name ? node : (about, draw) => capitalised(node(about, draw))
    }

    #options(end: ']' | '>'): Node<About>[] {
      const options: Node<About>[] = []
      for (;;) {
        options.push(this.sequence(`|${end}`))
        if (this.#text[this.#at++] === end) return options
      }
    }

    #forms(): Node<About> {
      const forms = this.#options('>')
      if (forms.length !== 2)
        this.#fail(`has ${forms.length} forms in <>, where a man's and a woman's belong`)
      const [man, woman] = forms.map(asWriter) as [Write<About>, Write<About>]
      return (about, draw) => (isWoman(about) ? woman : man)(about, draw)
    }

    #fail(what: string): never {
      throw new Error(`Rule "${this.#rule}" ${what}: ${this.#text}`)
    }
  }

  function choice(options: [node: Node<About>, weight: number][]): Node<About> {
    if (options.length === 1) return options[0]![0]
    const nodes = options.map(([node]) => node)
    const ends: number[] = []
    let sum = 0
    for (const [, weight] of options) {
      sum += weight
      ends.push(sum)
    }
    return (about, draw) => {
      const at = draw.unit() * sum
      let index = 0
      while (ends[index]! <= at) index++
      const node = nodes[index]!
      return typeof node === 'string' ? node : node(about, draw)
    }
  }

  function join(nodes: Node<About>[]): Node<About> {
    if (nodes.every(node => typeof node === 'string')) return nodes.join('')
    if (nodes.length === 1) return nodes[0]!
    return (about, draw) => {
      let text = ''
      for (let index = 0; index < nodes.length; index++) {
        const node = nodes[index]!
        text += typeof node === 'string' ? node : node(about, draw)
      }
      return text
    }
  }

  return {rule, has: name => name in rules}
}

function asWriter<About>(node: Node<About>): Write<About> {
  return typeof node === 'string' ? () => node : node
}

/** With its first letter large. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
