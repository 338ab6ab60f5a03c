import type {AuditResult} from '../build/audit.ts'
import type {Build} from '../build/build.ts'
import type {KeptOut} from './release-manifest.ts'

/** What keeps tables out, with rows at fault: for whoever releases, not for readers. */
export type Blocking = KeptOut & Pick<AuditResult, 'examples'>

/** Blocking audits that found something. They keep out the table of their model, and all that is made of it. */
export function blockingIn({models}: Build): Blocking[] {
  const readers = (name: string): string[] =>
    models.flatMap(({model}) => (model.inputs.some(input => input.name === name) ? [model.name] : []))
  const madeOf = (name: string, known = new Set<string>()): Set<string> => {
    if (!known.has(name)) {
      known.add(name)
      for (const reader of readers(name)) madeOf(reader, known)
    }
    return known
  }
  return models.flatMap(({model, audits}) =>
    audits
      .filter(({severity, failures}) => severity === 'block' && failures > 0)
      .map(({name, description, checked, failures, examples}) => {
        const touched = madeOf(model.name)
        const tables = models.filter(one => one.model.publish && one.rows > 0 && touched.has(one.model.name))
        return {
          model: model.name,
          audit: name,
          describe: description,
          checked,
          failures,
          tables: tables.map(one => one.model.name),
          examples,
        }
      }),
  )
}

/** The build as it is released: what is kept out is not published. */
export function withoutKeptOut(built: Build, blocking: Blocking[]): Build {
  const tables = new Set(blocking.flatMap(one => one.tables))
  return {
    ...built,
    models: built.models.map(one =>
      tables.has(one.model.name) ? {...one, model: {...one.model, publish: false}} : one,
    ),
  }
}

/** In words, for whoever releases. */
export const keptOutLine = ({
  model,
  audit,
  describe,
  checked,
  failures,
  tables,
  examples,
}: Blocking): string =>
  `${model}: ${describe.en} – not so in ${failures} of ${checked} (${audit}), for instance ` +
  `${examples.map(example => JSON.stringify(example).slice(0, 200)).join(', ')}. ` +
  `${tables.length > 0 ? `Kept out: ${tables.join(', ')}.` : 'No table is made of it.'}`
