import {mostMeshInAddress, packedMesh, type Study, studyToHash} from '@hromada/twin/planning'
import type {Plan} from './plan.ts'

export const studyOf = ({page, variants, settings, viewpoints}: Plan): Study => ({
  city: page.setup.city.id,
  variants,
  settings,
  viewpoints,
})

/** Writes the study into the page's address and the report's. */
export async function keepAddress(plan: Plan): Promise<void> {
  const hash = await studyToHash(studyOf(plan))
  const address = new URL(location.href)
  address.hash = `plan=${hash}`
  history.replaceState(null, '', address)
  const target = new URL(plan.page.setup.planning!.reportAddress, location.href)
  target.hash = `plan=${hash}`
  ;(plan.at('report') as HTMLAnchorElement).href = target.href
  const left = modelsLeftOut(plan)
  plan.at('link-note').hidden = left.length === 0
  plan.at('link-note').textContent = left.length > 0 ? plan.t.model.notInLink(left.join(', ')) : ''
}

/** Files of models that an address only names. */
function modelsLeftOut({variants}: Plan): string[] {
  const all = variants.flatMap(({parts}) => parts.flatMap(({model}) => model ?? []))
  const left = all.filter(({body}) => body && packedMesh(body.mesh).bytes.length > mostMeshInAddress)
  return [...new Set(left.map(({source}) => source.file))]
}

/** Copies the page's address, and says so. */
export async function copyLink(plan: Plan): Promise<void> {
  await keepAddress(plan)
  const told = await navigator.clipboard.writeText(location.href).then(
    () => plan.t.copied,
    () => plan.t.copyFailed,
  )
  plan.at('copied').textContent = told
  plan.page.say(told)
}
