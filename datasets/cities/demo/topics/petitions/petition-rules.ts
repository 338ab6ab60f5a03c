import type {Events} from '../../world/events.ts'

export type PetitionScope = 'city' | 'district'

/** What a petition needed from `from` on, until the next rule of its scope. */
export type PetitionRule = {from: number; scope: PetitionScope; signatures: number; collectionDays: number}

/** The council's own rules, and those that replaced them: fewer signatures in fewer days. */
export const petitionRules = ({petitionRulesChanged}: Events): PetitionRule[] => [
  {from: 0, scope: 'city', signatures: 1000, collectionDays: 90},
  {from: 0, scope: 'district', signatures: 350, collectionDays: 90},
  {from: petitionRulesChanged, scope: 'city', signatures: 600, collectionDays: 60},
  {from: petitionRulesChanged, scope: 'district', signatures: 200, collectionDays: 60},
]

/** The rule for a petition whose collection begins on this day. */
export const ruleOn = (rules: PetitionRule[], scope: PetitionScope, day: number): PetitionRule =>
  rules.findLast(rule => rule.scope === scope && rule.from <= day)!
