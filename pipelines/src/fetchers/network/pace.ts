/** Keeps requests to one host apart. */
export type Pace = {
  /** Resolves when it is this request's turn. */
  turn: (
    host: string,
    spacingMilliseconds: number,
    effects: {now: () => Date; sleep: (milliseconds: number) => Promise<void>},
  ) => Promise<void>
  /** A host that asked to be left alone is, by every feed. */
  leaveAlone: (host: string, until: Date) => void
}

/** A clock that is set back must not stop everything. */
const longestMilliseconds = 600_000

export function createPace(): Pace {
  const nextAt = new Map<string, number>()
  return {
    async turn(host, spacing, {now, sleep}) {
      const at = now().getTime()
      const mine = Math.max(at, nextAt.get(host) ?? 0)
      nextAt.set(host, Math.min(mine, at + longestMilliseconds) + spacing)
      if (mine > at) await sleep(Math.min(mine - at, longestMilliseconds))
    },
    leaveAlone(host, until) {
      nextAt.set(host, Math.max(until.getTime(), nextAt.get(host) ?? 0))
    },
  }
}
