import type {LayoutEdge, Zone} from '../layout.ts'

/** How streets divide the ground of a zone. */
export type Grain = {
  /** Between one long street and the next, and between one cross street and the next, in metres. */
  width: number
  length: number
  /** By how much of that each street may be out of place. */
  jitter: number
  /** How far a street may bow, as a share of its length. */
  bow: number
  /** How far a direction may be off, as its tangent. */
  turn: number
  /** Share of streets that go on where another one ends opposite. */
  continues: number
  /** Classes of the long streets and of the cross streets. */
  classes: [long: LayoutEdge['class'], cross: LayoutEdge['class']]
}

/** How far apart the streets are that divide a zone into quarters: those are about so wide and so long. */
export const quarterGrain: Partial<Record<Zone, Grain>> = {
  old: {
    width: 420,
    length: 520,
    jitter: 0.16,
    bow: 0.02,
    turn: 0.06,
    continues: 0.8,
    classes: ['street', 'street'],
  },
  stalinist: {
    width: 420,
    length: 480,
    jitter: 0.06,
    bow: 0,
    turn: 0,
    continues: 1,
    classes: ['street', 'street'],
  },
  khrushchev: {
    width: 400,
    length: 440,
    jitter: 0.1,
    bow: 0.01,
    turn: 0.02,
    continues: 0.9,
    classes: ['street', 'street'],
  },
  micro: {
    width: 370,
    length: 430,
    jitter: 0.09,
    bow: 0.03,
    turn: 0.03,
    continues: 0.9,
    classes: ['street', 'street'],
  },
  garden: {
    width: 430,
    length: 560,
    jitter: 0.2,
    bow: 0.05,
    turn: 0.12,
    continues: 0.6,
    classes: ['street', 'local'],
  },
  village: {
    width: 380,
    length: 480,
    jitter: 0.25,
    bow: 0.1,
    turn: 0.25,
    continues: 0.2,
    classes: ['local', 'local'],
  },
  dacha: {
    width: 380,
    length: 560,
    jitter: 0.1,
    bow: 0.02,
    turn: 0.04,
    continues: 0.7,
    classes: ['local', 'lane'],
  },
  industry: {
    width: 330,
    length: 420,
    jitter: 0.15,
    bow: 0,
    turn: 0.03,
    continues: 0.7,
    classes: ['local', 'local'],
  },
  resort: {
    width: 260,
    length: 330,
    jitter: 0.15,
    bow: 0.04,
    turn: 0.06,
    continues: 0.6,
    classes: ['local', 'local'],
  },
}

/** And those that divide quarters into blocks. */
export const blockGrain: Partial<Record<Zone, Grain>> = {
  old: {
    width: 98,
    length: 168,
    jitter: 0.12,
    bow: 0.012,
    turn: 0.03,
    continues: 0.75,
    classes: ['street', 'local'],
  },
  stalinist: {
    width: 150,
    length: 205,
    jitter: 0.05,
    bow: 0,
    turn: 0,
    continues: 1,
    classes: ['street', 'street'],
  },
  khrushchev: {
    width: 185,
    length: 235,
    jitter: 0.08,
    bow: 0,
    turn: 0.02,
    continues: 0.9,
    classes: ['local', 'local'],
  },
  garden: {
    width: 92,
    length: 215,
    jitter: 0.12,
    bow: 0.02,
    turn: 0.04,
    continues: 0.6,
    classes: ['local', 'local'],
  },
  village: {
    width: 104,
    length: 175,
    jitter: 0.28,
    bow: 0.09,
    turn: 0.22,
    continues: 0.15,
    classes: ['local', 'lane'],
  },
  dacha: {
    width: 64,
    length: 290,
    jitter: 0.06,
    bow: 0.01,
    turn: 0.02,
    continues: 0.9,
    classes: ['lane', 'lane'],
  },
  industry: {
    width: 240,
    length: 330,
    jitter: 0.15,
    bow: 0,
    turn: 0.02,
    continues: 0.6,
    classes: ['local', 'lane'],
  },
  cemetery: {width: 90, length: 120, jitter: 0.04, bow: 0, turn: 0, continues: 1, classes: ['path', 'path']},
}
