import type {Building} from './ground.ts'

/** A building that has an address. */
export const hasAddress = ({street, house}: Building): boolean => street >= 0 && house !== ''
