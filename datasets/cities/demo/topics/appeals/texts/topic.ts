/**
 * One situation, as alternatives of the grammar (language/grammar.ts). What is told, asked for and answered belongs
 * together. The rules and slots that they may name are in voice.ts and write-texts.ts. An alternative that is not for
 * every house or every time says so in front: «(flats, !war) …»; see fitting.ts.
 */
export type Case = {
  /** How common it is beside the others of its topic; 1 where it is absent. */
  weight?: number
  /** Where and when it may be, as alternatives say it. */
  fits?: string
  /** Clauses without a capital and a full stop, in nobody's voice: an operator writes them down so. */
  fact: readonly string[]
  /** Sentences of a resident. */
  told: readonly string[]
  /** What follows «прошу»: infinitives. */
  ask: readonly string[]
  /** What the executor answers when it is done, in whole sentences. */
  done: readonly string[]
}

/** The situations of every topic. */
export type Topics = Record<string, readonly Case[]>
