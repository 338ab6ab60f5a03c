import {addFlows, atMost, type Flow, told, unionOf} from './flow.ts'
import type {SqlNode} from './parse-query.ts'
import {followWithin, lookUp, type Scope} from './scope.ts'

/** Aggregates in which every row has a part and none stands out. Any other hands on the value of some row. */
const mixing = new Set([
  'avg',
  'count',
  'count_if',
  'count_star',
  'countif',
  'favg',
  'fsum',
  'kahan_sum',
  'mean',
  'median',
  'stddev',
  'stddev_pop',
  'stddev_samp',
  'sum',
  'sum_no_overflow',
  'sumkahan',
  'var_pop',
  'var_samp',
  'variance',
])

/** Kinds of expression that say no more than their parts do. */
const transparent = new Set([
  'BETWEEN',
  'CASE',
  'CAST',
  'COLLATE',
  'COMPARISON',
  'CONJUNCTION',
  'CONSTANT',
  'OPERATOR',
])

/**
 * Which columns are in the value of an expression, and how.
 * @throws Error for what cannot be followed
 */
export function expressionFlows(expression: SqlNode, scope: Scope): Map<string, Flow> {
  switch (expression.class) {
    case 'COLUMN_REF':
      return lookUp(expression.column_names as string[], scope)
    case 'FUNCTION':
      return mixing.has(nameOf(expression)) ? mixedFlows(expression, scope) : callFlows(expression, scope)
    case 'WINDOW':
      // What is told of its neighbours is told of the row.
      return unionOf(partsOf(expression).map(part => expressionFlows(part, scope)))
    case 'SUBQUERY':
      return subqueryFlows(expression, scope)
    case 'STAR':
      return unionOf([...scope.sources.values()].flatMap(({columns}) => [...columns.values()]))
  }
  if (!transparent.has(String(expression.class)))
    throw new Error(`an expression of the kind ${expression.class} cannot be followed`)
  return unionOf(partsOf(expression).map(part => expressionFlows(part, scope)))
}

/** Does it call an aggregate of its own query? */
export const hasAggregate = (expression: SqlNode, aggregates: ReadonlySet<string>): boolean =>
  expression.class !== 'SUBQUERY' &&
  ((expression.class === 'FUNCTION' && aggregates.has(nameOf(expression))) ||
    partsOf(expression).some(part => hasAggregate(part, aggregates)))

const nameOf = ({function_name}: SqlNode) => String(function_name).toLowerCase()

/** Of a sum or a count: what is added up, and what decides about it. */
function mixedFlows({filter, ...call}: SqlNode, scope: Scope): Map<string, Flow> {
  const inner = {...scope, isGrouped: false}
  if (partsOf(call).some(holdsSubquery))
    throw new Error('a subquery within a sum or a count cannot be followed')
  const added = unionOf(partsOf(call).map(part => expressionFlows(part, inner)))
  const deciding = filter ? [scope.deciding, expressionFlows(filter as SqlNode, inner)] : [scope.deciding]
  return addFlows(atMost(added, 'aggregate'), atMost(unionOf(deciding), 'counted'))
}

const holdsSubquery = (expression: SqlNode): boolean =>
  expression.class === 'SUBQUERY' || partsOf(expression).some(holdsSubquery)

/** Of any other function: all that is handed to it. */
function callFlows(call: SqlNode, scope: Scope): Map<string, Flow> {
  // An aggregate that picks a row hands on its value, not a group's key.
  const inner = scope.aggregates.has(nameOf(call)) ? {...scope, isGrouped: false} : scope
  const [lambdas, parts] = [partsOf(call).filter(isLambda), partsOf(call).filter(part => !isLambda(part))]
  const flows = unionOf(parts.map(part => expressionFlows(part, inner)))
  for (const lambda of lambdas) {
    const aliases = new Map(inner.aliases)
    for (const name of parameterNames(lambda.lhs as SqlNode)) aliases.set(name, flows)
    addFlows(flows, expressionFlows(lambda.expr as SqlNode, {...inner, aliases}))
  }
  return flows
}

const isLambda = (expression: SqlNode) => expression.class === 'LAMBDA'

const parameterNames = (lhs: SqlNode): string[] =>
  lhs.class === 'COLUMN_REF' ? [(lhs.column_names as string[]).at(-1)!] : partsOf(lhs).flatMap(parameterNames)

/** Of a query within an expression: which row it finds is what it says. */
function subqueryFlows(expression: SqlNode, scope: Scope): Map<string, Flow> {
  const {subquery, ...compared} = expression
  const {flows, isCorrelated} = followWithin((subquery as {node: SqlNode}).node, scope)
  const found = unionOf([...flows.columns.map(([, one]) => one), flows.rows, flows.order])
  // What is counted for each row around it is told of that row.
  return unionOf([
    isCorrelated ? told(found, 'value') : found,
    ...partsOf(compared).map(part => expressionFlows(part, scope)),
  ])
}

/** Expressions directly within another, wherever its tree keeps them. */
export function partsOf(expression: SqlNode): SqlNode[] {
  const parts: SqlNode[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      if (typeof (value as SqlNode).class === 'string') parts.push(value as SqlNode)
      else Object.values(value).forEach(visit)
    }
  }
  Object.values(expression).forEach(visit)
  return parts
}
