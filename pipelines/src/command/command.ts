import type {OptionName, Options, propertyOf} from './options.ts'

/** A switch, or a flag with a value, that one command alone knows. */
export type Flag =
  | {type: 'boolean'; describe: string}
  | {type: 'string'; value: string; describe: string; default?: string}

/** A word given by its place. */
export type Positional = {describe: string; choices?: readonly string[]; optional?: boolean}

/** What a command is called, what it takes, and what its `--help` says. */
export type Command<
  O extends readonly OptionName[] = readonly OptionName[],
  F extends Record<string, Flag> = Record<string, Flag>,
  P extends Record<string, Positional> = Record<string, Positional>,
> = {
  /** Name of the npm script. */
  name: string
  /** One or two sentences. */
  describe: string
  options: O
  flags?: F
  /** In the order they are given; optional ones last. */
  positionals?: P
  /** What follows `npm run <name>`, and what it does: `['--city kyiv', 'lands Kyiv']`. */
  examples: readonly (readonly [args: string, describe: string])[]
  /** Takes `--json`: what `effects.report` was given is printed for machines, everything else goes to stderr. */
  json?: boolean
}

type ValueOfFlag<F extends Flag> = F extends {type: 'boolean'}
  ? boolean
  : F extends {default: string}
    ? string
    : string | null

type ValueOfPositional<P extends Positional> =
  | (P extends {choices: readonly (infer C extends string)[]} ? C : string)
  | (P extends {optional: true} ? null : never)

/** What a command's `main` is given: its options, flags and positionals by name. */
export type ValuesOf<C> =
  C extends Command<infer O, infer F, infer P>
    ? Pick<Options, (typeof propertyOf)[O[number]]> & {[K in keyof F]: ValueOfFlag<F[K]>} & {
        [K in keyof P]: ValueOfPositional<P[K]>
      }
    : never

/** Declares a command. */
export const defineCommand = <
  const O extends readonly OptionName[],
  const F extends Record<string, Flag> = Record<never, never>,
  const P extends Record<string, Positional> = Record<never, never>,
>(
  command: Command<O, F, P>,
): Command<O, F, P> => command

/** How a person starts it: `npm start` or `npm run land`. */
export const invocation = ({name}: Pick<Command, 'name'>): string =>
  name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`
