/** One try came to nothing. Whether another may help is part of it. */
export class NetworkFault extends Error {
  override name = 'NetworkFault'
  readonly mayPass: boolean
  /** The server's status, where it answered. */
  readonly status: number | null
  /** How long the server asks to be left alone. */
  readonly waitMilliseconds: number | null

  constructor(
    message: string,
    {
      mayPass,
      status = null,
      waitMilliseconds = null,
    }: {mayPass: boolean; status?: number | null; waitMilliseconds?: number | null},
  ) {
    super(message)
    this.mayPass = mayPass
    this.status = status
    this.waitMilliseconds = waitMilliseconds
  }
}

/** Faults of the line, by the system's names. Certificates and unknown hosts are not among them: they stay. */
const passing = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
])

/** What a system error of a connection means; null for an error that is not of the line, such as a full disk. */
export function asNetworkFault(error: unknown): NetworkFault | null {
  if (error instanceof NetworkFault) return error
  if (!(error instanceof Error)) return null
  if (error instanceof AggregateError) return asNetworkFault(error.errors[0])
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOTFOUND') return new NetworkFault('there is no such host', {mayPass: false})
  if (passing.has(code))
    return new NetworkFault(error.message === 'aborted' ? 'it broke off' : error.message || code, {
      mayPass: true,
    })
  if (code.startsWith('HPE_'))
    return new NetworkFault(`the answer breaks the rules of HTTP (${error.message})`, {mayPass: true})
  if (/^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code) || code === 'EPROTO')
    return new NetworkFault(`its certificate or encryption is not accepted (${error.message})`, {
      mayPass: false,
    })
  return null
}
