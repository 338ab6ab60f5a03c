/**
 * What is said about one thing, as alternatives of the grammar (language/grammar.ts). The rules and slots that they may
 * name are in voice.ts.
 */
export type Topic = {
  /** A clause without a capital and a full stop, in nobody's voice: an operator writes it down so. */
  fact: readonly string[]
  /** Sentences of a resident. */
  told: readonly string[]
  /** What follows «прошу»: infinitives. */
  ask: readonly string[]
  /** What the executor answers when it is done, in whole sentences. */
  done: readonly string[]
}

export type Topics = Record<string, Topic>
