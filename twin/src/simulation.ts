import type {Text} from '@hromada/datasets'

/** A number that people may change before a simulation runs. */
export type Parameter = {
  /** UCUM-like symbol: m, s, m3/s; 1 for a plain number. */
  unit: string
  /** Between these two, both included, the solver is known to hold. */
  range: readonly [least: number, greatest: number]
  default: number
  describe: Text
}

/** Values of parameters by name, in the parameters' own units. */
export type ValuesOf<P extends Record<string, Parameter>> = {[Name in keyof P]: number}

/** A question "what happens if …": what may be changed, and the function that works the answer out. */
export type Simulation<P extends Record<string, Parameter> = Record<string, Parameter>, Result = unknown> = {
  /** The folder's name. */
  id: string
  title: Text
  describe: Text
  parameters: P
  /**
   * Works the answer out; what is not given has its default. Plain arithmetic, so that it runs in a worker, in Node
   * and in a test alike.
   * @throws RangeError for a value outside its parameter's range
   */
  solve: (given?: Partial<ValuesOf<P>>) => Result
}

/** Declares a simulation. The solver it is given gets every parameter, each within its range. */
export function defineSimulation<const P extends Record<string, Parameter>, Result>(
  spec: Omit<Simulation<P, Result>, 'solve'> & {solve: (values: ValuesOf<P>) => Result},
): Simulation<P, Result> {
  const {id, parameters, solve} = spec
  for (const [name, parameter] of Object.entries(parameters))
    if (!isWithin(parameter.default, parameter))
      throw new Error(
        `${id}: the default of "${name}" is ${parameter.default}, outside its range ${said(parameter)}.`,
      )
  return {...spec, solve: (given = {}) => solve(complete(id, parameters, given))}
}

function complete<P extends Record<string, Parameter>>(
  id: string,
  parameters: P,
  given: Partial<ValuesOf<P>>,
): ValuesOf<P> {
  const known = Object.keys(parameters)
  const strange = Object.keys(given).find(name => !known.includes(name))
  if (strange !== undefined)
    throw new RangeError(`${id} has no parameter "${strange}". It has ${known.join(', ')}.`)
  const values = known.map(name => {
    const parameter = parameters[name]!
    const value = given[name] ?? parameter.default
    if (!isWithin(value, parameter))
      throw new RangeError(
        `${id}: "${name}" is ${value}; it must be a number in the range ${said(parameter)}.`,
      )
    return [name, value]
  })
  return Object.fromEntries(values) as ValuesOf<P>
}

// NaN is in no range.
const isWithin = (value: number, {range: [least, greatest]}: Parameter): boolean =>
  value >= least && value <= greatest

const said = ({range: [least, greatest], unit}: Parameter): string => `${least} to ${greatest} ${unit}`
