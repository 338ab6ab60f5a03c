import {Problem, ref} from '../contract/index.ts'

const problem = (description: string) => ({
  description,
  content: {'application/problem+json': {schema: ref(Problem)}},
})

const problems = {
  '4xx': problem('The request cannot be answered: see `code` and `detail`'),
  '5xx': problem('Nothing is served at the moment, or something broke'),
}

/** The responses of a route and those that every route may give. */
export const withProblems = <R extends object>(responses: R): R & typeof problems => ({
  ...responses,
  ...problems,
})
