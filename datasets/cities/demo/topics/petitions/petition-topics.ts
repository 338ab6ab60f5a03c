import {animals} from './proposals/animals.ts'
import {culture} from './proposals/culture.ts'
import {ecology} from './proposals/ecology.ts'
import {education} from './proposals/education.ts'
import {government} from './proposals/government.ts'
import {health} from './proposals/health.ts'
import {housing} from './proposals/housing.ts'
import {improvement} from './proposals/improvement.ts'
import {memory} from './proposals/memory.ts'
import type {Office, Proposal} from './proposals/proposal.ts'
import {security} from './proposals/security.ts'
import {social} from './proposals/social.ts'
import {transport} from './proposals/transport.ts'

/** A topic as the council’s site lists it. */
export type PetitionTopic = {
  kind: string
  /** Petitions in a hundred. */
  weight: number
  /** How much more or less its petitions are signed than the others. */
  appeal: number
  /** Who answers for it, unless a proposal names another. */
  office: Office
  proposals: Proposal[]
}

/** The one topic whose answers always come after the ten working days. */
export const lateKind = 'Транспорт'

export const petitionTopics: PetitionTopic[] = [
  {
    kind: 'Благоустрій',
    weight: 22,
    appeal: 0.85,
    office: 'utilities',
    proposals: improvement,
  },
  {
    kind: lateKind,
    weight: 19,
    appeal: 1.25,
    office: 'transport',
    proposals: transport,
  },
  {
    kind: 'ЖКГ',
    weight: 13,
    appeal: 0.9,
    office: 'utilities',
    proposals: housing,
  },
  {kind: 'Освіта', weight: 8, appeal: 1.1, office: 'education', proposals: education},
  {kind: 'Екологія', weight: 8, appeal: 1.2, office: 'ecology', proposals: ecology},
  {
    kind: 'Культура і спорт',
    weight: 8,
    appeal: 0.9,
    office: 'culture',
    proposals: culture,
  },
  {kind: 'Безпека', weight: 6, appeal: 1.1, office: 'civilDefence', proposals: security},
  {
    kind: 'Охорона здоров’я',
    weight: 5,
    appeal: 1.2,
    office: 'health',
    proposals: health,
  },
  {kind: 'Тварини', weight: 4, appeal: 1.3, office: 'ecology', proposals: animals},
  {kind: 'Самоврядування', weight: 3, appeal: 0.8, office: 'executive', proposals: government},
  {
    kind: 'Соціальний захист',
    weight: 2,
    appeal: 0.9,
    office: 'socialProtection',
    proposals: social,
  },
  {
    kind: 'Пам’ять і назви',
    weight: 2,
    appeal: 1.3,
    office: 'culture',
    proposals: memory,
  },
]
