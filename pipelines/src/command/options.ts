import {resolve} from 'node:path'
import {UsageError} from './command-error.ts'

/** What the options that commands share come to, whether given as flag, as environment variable or not at all. */
export type Options = {
  /** The first is at home, the others are there to compare with. */
  cities: string[]
  /** Absolute folder to read sources from instead of the network; null: the network. */
  sources: string | null
  /** Absolute folder where everything is kept. */
  data: string
  /** 0 lets the system choose a free one. */
  port: number
  host: string
}

/** One option: how it is written, what it means, and how its text becomes a value. */
export type Option<T> = {
  env: string
  value: string
  default: string | null
  describe: string
  /** @throws UsageError naming `from`, the flag or the variable that said it. */
  read: (text: string, from: string, cwd: string) => T
}

/** Every option that more than one command takes. A command names those it uses. */
export const options = {
  city: {
    env: 'HROMADA_CITY',
    value: 'ID[,ID…]',
    default: 'demo',
    describe: 'the city at home, then cities to compare it with',
    read: readCities,
  },
  sources: {
    env: 'HROMADA_SOURCES',
    value: 'DIR',
    default: null,
    describe: 'a local mirror to read sources from instead of the network',
    read: (text, _, cwd) => resolve(cwd, text),
  },
  data: {
    env: 'HROMADA_DATA',
    value: 'DIR',
    default: '.data',
    describe: 'the folder that keeps what is landed, built and released',
    read: (text, _, cwd) => resolve(cwd, text),
  },
  port: {
    env: 'PORT',
    value: 'N',
    default: '8080',
    describe: 'the port to listen on; 0 takes a free one',
    read: readPort,
  },
  host: {
    env: 'HOST',
    value: 'ADDRESS',
    default: '127.0.0.1',
    describe: 'the address to listen on; 0.0.0.0 is open to the network',
    read: text => text,
  },
} satisfies {
  city: Option<Options['cities']>
  sources: Option<string>
  data: Option<Options['data']>
  port: Option<Options['port']>
  host: Option<Options['host']>
}

export type OptionName = keyof typeof options

/** Under which name a command finds an option's value. */
export const propertyOf = {
  city: 'cities',
  sources: 'sources',
  data: 'data',
  port: 'port',
  host: 'host',
} as const satisfies Record<OptionName, keyof Options>

function readCities(text: string, from: string): string[] {
  const cities = [...new Set(text.split(',').map(id => id.trim()))]
  const wrong = cities.find(id => !/^[a-z][a-z0-9-]*$/.test(id))
  if (wrong !== undefined)
    throw new UsageError(
      `${from} is "${text}", and "${wrong}" is no city id: ids are small Latin letters, as in ${from}=kyiv,odesa.`,
    )
  return cities
}

function readPort(text: string, from: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65535))
    throw new UsageError(`${from} is "${text}"; a port is a whole number from 0 to 65535, for instance 8080.`)
  return port
}

/** Options that a command takes like every other and has no use for; none for a command without shared options. */
export const unusedOptions = (command: {options: readonly OptionName[]}): OptionName[] =>
  command.options.length === 0
    ? []
    : (Object.keys(options) as OptionName[]).filter(name => !command.options.includes(name))
