import type {Secret} from '@hromada/datasets'
import {type FetchContext, FetchError, type SecretHeader} from './fetcher.ts'

/**
 * A header with the key that an environment variable holds. `write` puts it as the service wants it. Throws where the
 * variable is empty, naming it and where a key is to be had.
 */
export function secretOf(
  {env: name}: Secret,
  header: string,
  {env}: FetchContext,
  from: string,
  write: (key: string) => string = key => key,
): SecretHeader {
  const key = env[name]?.trim()
  if (!key)
    throw new FetchError(
      `The environment variable ${name} is not set. It must hold the key that ${from} gives out.`,
    )
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new FetchError(
      `The environment variable ${name} holds characters that no key has. Copy it once more.`,
    )
  return {name: header, value: write(key), key, env: name}
}
