import highs, {type Highs} from 'highs'

let loading: Promise<Highs> | undefined

/** The solver of linear programmes, loaded once and when it is first needed. */
export function loadSolver(): Promise<Highs> {
  // Its types tell of its CommonJS form, where the function is one level down; what is loaded is the other one.
  const load = highs as unknown as () => Promise<Highs>
  loading ??= load()
  return loading
}
