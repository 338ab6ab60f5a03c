import {expressionFlows, partsOf} from './expression-flows.ts'
import {addFlows, atMost, type Flow, type Flows, unionOf} from './flow.ts'
import type {SqlNode} from './parse-query.ts'
import {followWithin, type Relation, type Scope} from './scope.ts'

/** What decides about rows, and of that what ties rows of several tables to each other. */
export type ConditionFlows = {rows: Map<string, Flow>; ties: Map<string, Flow>}

/**
 * What a condition of a query says. Where it compares one table with another, or with what a subquery finds, whatever
 * stands in the rows that come together tells of what was compared: a code list joined by a secret tells the secret.
 */
export function conditionFlows(condition: SqlNode, scope: Scope): ConditionFlows {
  const found: ConditionFlows = {rows: new Map(), ties: new Map()}
  for (const term of termsOf(condition)) {
    const touched = new Set<string>()
    const flows = expressionFlows(term, {...scope, touched})
    addFlows(found.rows, flows)
    addFlows(found.ties, atMost(touched.size > 1 ? flows : foundBySubqueries(term, flows, scope), 'joined'))
  }
  return found
}

/** The relations when rows of theirs are tied by something: every column of them tells of it. */
export const tied = (sources: ReadonlyMap<string, Relation>, ties: Flows): ReadonlyMap<string, Relation> =>
  ties.size === 0
    ? sources
    : new Map(
        [...sources].map(([name, relation]) => [
          name,
          {
            ...relation,
            columns: new Map(
              [...relation.columns].map(([one, flows]) => [one, addFlows(new Map(flows), ties)]),
            ),
          },
        ]),
      )

const termsOf = (condition: SqlNode): SqlNode[] =>
  condition.type === 'CONJUNCTION_AND' ? (condition.children as SqlNode[]).flatMap(termsOf) : [condition]

/** A subquery by itself ties by what it finds; one that looks at the row around it by all that it says. */
function foundBySubqueries(term: SqlNode, all: Flows, scope: Scope): Flows {
  const found = subqueriesIn(term).map(({subquery}) => {
    const {flows, isCorrelated} = followWithin((subquery as {node: SqlNode}).node, scope)
    return isCorrelated ? all : unionOf(flows.columns.map(([, one]) => one))
  })
  return unionOf(found)
}

const subqueriesIn = (expression: SqlNode): SqlNode[] =>
  expression.class === 'SUBQUERY' ? [expression] : partsOf(expression).flatMap(subqueriesIn)
