/** What stands between a source file and the page, in the order it is done. */
export const steps = ['land', 'release', 'portal', 'serve'] as const
export type Step = (typeof steps)[number]

/** The step from which on things are done again when a file below the folder has changed. */
const firstSteps: Readonly<Record<string, Step>> = {
  '.commands': 'land',
  datasets: 'land',
  'pipelines/src': 'land',
  'warehouse/src': 'release',
  'warehouse/models': 'release',
  'twin/src': 'release',
  'twin/simulations': 'serve',
  'portal/src': 'portal',
  'api/src': 'serve',
}

/** Folders to watch, below the project's root. */
export const watched = Object.keys(firstSteps)

const code = /\.(ts|astro|css|svg|csv|json|geojson)$/
// Tests and what belongs to them change nothing that is served.
const apart = /\.(test|fixture|bench)\.|(^|\/)(test|bench)\//

/** The earliest step that changed files ask for; null where none of them matters. Paths are below the root. */
export function firstStep(paths: Iterable<string>): Step | null {
  const asked = new Set<Step>()
  for (const path of paths) {
    const folder = watched.find(one => path.startsWith(`${one}/`))
    if (folder !== undefined && code.test(path) && !apart.test(path)) asked.add(firstSteps[folder]!)
  }
  return steps.find(step => asked.has(step)) ?? null
}
