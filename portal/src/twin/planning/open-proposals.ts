import {mostVariants, type Proposal, studyFromHash, writeProposal} from '@hromada/twin/planning'
import {faultWords, toldWords} from './fault-words.ts'
import {keepModel, withKeptModels} from './model-store.ts'
import {openedWords} from './model-words.ts'
import {offerHeight} from './offer-height.ts'
import {placeModel} from './open-model.ts'
import type {Plan} from './plan.ts'
import {readFile} from './read-file.ts'

/** Opens what the page's address carries, now and whenever it changes, and files that are chosen. */
export function openProposals(
  plan: Plan,
  open: (variants: Proposal[], current?: number) => Promise<void>,
): void {
  const {page, t, at, input} = plan
  input('open').addEventListener('change', () => void openFile())
  addEventListener('hashchange', () => void openAddress())
  void openAddress()

  /** A proposal that an address carries, or none. */
  async function openAddress(): Promise<void> {
    const hash = /[#&]plan=([\w-]+)/.exec(location.hash)?.[1]
    if (!hash) return
    try {
      const study = await studyFromHash(hash)
      if (study.city !== page.setup.city.id) return plan.fault(t.otherCity(study.city))
      const written = (variants: Proposal[]) =>
        variants.map(variant => writeProposal(variant, {mostMeshCharacters: 0}))
      const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
      if (
        isSame([written(study.variants), study.settings], [written(plan.variants), plan.settings]) &&
        isSame(study.viewpoints, plan.viewpoints)
      )
        return
      plan.settings = study.settings
      plan.viewpoints = study.viewpoints
      if (study.variants.length > 0) await open(await Promise.all(study.variants.map(withKeptModels)))
    } catch (error) {
      plan.fault(faultWords(error, t))
    }
  }

  async function openFile(): Promise<void> {
    const file = input('open').files?.[0]
    input('open').value = ''
    if (!file) return
    const told = (words: string) => {
      at('opened').textContent = words
      at('opened').hidden = words === ''
    }
    told(t.model.reading(file.name))
    at('raising').hidden = true
    try {
      const answer = await readFile(file)
      told('')
      if ('fault' in answer) return plan.fault(toldWords(answer.fault, t))
      if ('model' in answer) {
        const {variants, current, wasMissed, model} = placeModel(plan, answer.model)
        void keepModel(model.source.sha256, model.body)
        await open(variants, current)
        told(
          wasMissed
            ? t.model.found(model.source.file)
            : `${openedWords(model, t.model)} ${offerHeight(plan, model)}`.trim(),
        )
        page.say(at('opened').textContent ?? '')
      } else {
        const {proposal} = answer
        const name = proposal.name || file.name.replace(/\.(geo)?json$/, '').slice(0, 120)
        const own = await withKeptModels({...proposal, name})
        const isRoom = plan.variants.length > 0 && plan.variants.length < mostVariants
        const variants = isRoom ? [...plan.variants, own] : [own]
        await open(variants, variants.length - 1)
      }
    } catch (error) {
      told('')
      plan.fault(faultWords(error, t))
    }
  }
}
