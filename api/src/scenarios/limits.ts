/** What is taken, and how much of it. Whatever is more is refused with a code, never cut. */
export const limits = {
  /** Of an installation, withdrawn ones too. */
  scenarios: 1000,
  /** Of a scenario. */
  versions: 100,
  scenarioBytes: 1_000_000,
  titleCharacters: 160,
  summaryCharacters: 2000,
  viewCharacters: 4000,
  /** Of an installation, rejected ones too. */
  comments: 50_000,
  /** Comments that wait for a decision, all together. */
  pending: 2000,
  commentBytes: 64_000,
  commentCharacters: 4000,
  nameCharacters: 80,
  reasonCharacters: 300,
  /** What is rejected may be taken up again for so long; then its text is erased, and all that was said to what was withdrawn. */
  rejectedDays: 30,
}

/** How often one sender may do what: so many times in so many seconds. */
export const rates = {
  comment: [
    {times: 5, seconds: 600},
    {times: 20, seconds: 86_400},
  ],
  /** Versions of scenarios, by the holder of a token. */
  publish: [{times: 60, seconds: 3600}],
  /** Tokens that are none. */
  refusal: [{times: 20, seconds: 600}],
} as const satisfies Record<string, readonly {times: number; seconds: number}[]>
export type RateName = keyof typeof rates
