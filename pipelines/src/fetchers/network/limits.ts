/** How long to wait for a publisher, and how much to take from one. Times in milliseconds. */
export type Limits = {
  /** Until there is a connection. */
  connect: number
  /** Without a single byte. */
  silence: number
  /** For one file, with all its tries. */
  whole: number
  /** Tries that bring nothing new. */
  tries: number
  /** First pause before trying again; it doubles each time. */
  pause: number
  /** The longest wait that a server may ask for. */
  longestWait: number
  redirects: number
  /** Of one file, as it travels and unpacked. */
  bytes: number
}

export const defaultLimits: Limits = {
  connect: 15_000,
  silence: 60_000,
  whole: 2 * 3_600_000,
  tries: 5,
  pause: 2000,
  longestWait: 600_000,
  redirects: 5,
  bytes: 4 * 2 ** 30,
}
