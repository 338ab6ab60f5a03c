import type {Program} from './programs.ts'

/** Pupils are fed while there are lessons; kindergartens and those who care for people feed them all year. */
export const hasMealsInTerm = ({mix}: Program): boolean =>
  mix === 'schools' || mix === 'meals' || mix === 'college'
