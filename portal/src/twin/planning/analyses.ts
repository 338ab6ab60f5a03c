import {type Analysis, type Proposal, writeProposal} from '@hromada/twin/planning'
import {outcomeWords} from './numbers.ts'
import {outcomeOf} from './outcome.ts'
import type {Plan} from './plan.ts'
import {runAnalysis, runShade} from './run-analysis.ts'
import {taskOf} from './task-of.ts'

/** So many analyses of earlier states are kept, for whoever goes back a step. */
const mostOld = 4

/** What is worked out of variants: asked for with a button, kept while nothing changes that it hangs on. */
export type Analyses = {
  of(variant: Proposal): Analysis | null
  isEmpty(): boolean
  isRunning(): boolean
  run(): Promise<void>
  cancel(): void
  /** The shade of another hour, for the variants whose day is worked out. */
  reshade(): Promise<void>
}

export function keepAnalyses(plan: Plan): Analyses {
  const {t, f, at, page} = plan
  // By what was asked, but for the hour of the shade, which is worked out anew by itself.
  const known = new Map<string, {minute: number; analysis: Analysis}>()
  let running: AbortController | null = null
  let shading: AbortController | null = null

  const keyOf = (variant: Proposal) =>
    JSON.stringify([
      writeProposal({...variant, name: ''}, {mostMeshCharacters: 0}),
      variant.parts.map(({model}) => Boolean(model?.body)),
      {...plan.settings, minute: 0},
      plan.viewpoints,
      plan.site?.lon,
      plan.site?.lat,
    ])
  const of = (variant: Proposal) => known.get(keyOf(variant))?.analysis ?? null
  const questionsOf = (variants: Proposal[]) =>
    variants.map(variant => ({
      key: keyOf(variant),
      task: taskOf(variant, plan.site!, plan, page.setup.zone),
    }))

  /** Each is megabytes of rasters: what the present variants do not need goes, the oldest first. */
  function forgetOld(): void {
    const needed = new Set(plan.variants.map(keyOf))
    for (const key of [...known.keys()].filter(one => !needed.has(one)).slice(0, -mostOld)) known.delete(key)
  }

  async function run(): Promise<void> {
    if (!plan.site || running) return
    const stop = new AbortController()
    running = stop
    const [state, bar] = [at('state'), at('progress') as HTMLProgressElement]
    const busy = (isBusy: boolean) => {
      at('cancel').hidden = !isBusy
      bar.hidden = !isBusy
      // Disabled in earnest it would lose the keyboard of whoever pressed it.
      at('run').setAttribute('aria-disabled', String(isBusy))
    }
    busy(true)
    // What is changed meanwhile is another question.
    const {minute} = plan.settings
    const asked = questionsOf(plan.variants.filter(variant => !of(variant)))
    try {
      for (const [index, {key, task}] of asked.entries()) {
        const progress = (share: number) => {
          bar.value = (index + share) / asked.length
          state.textContent = t.running(f.percent(bar.value, 0))
        }
        progress(0)
        known.set(key, {minute, analysis: await runAnalysis(task, progress, stop.signal)})
        forgetOld()
      }
      state.textContent = ''
    } catch (error) {
      state.textContent = stop.signal.aborted ? t.cancelled : t.failed((error as Error).message)
      page.say(state.textContent)
    }
    running = null
    busy(false)
    plan.redraw()
    const found = of(plan.proposal())
    if (found)
      page.say(outcomeWords(outcomeOf(plan.proposal(), plan.site, found), plan.nameOf(plan.current), t, f))
  }

  async function reshade(): Promise<void> {
    if (!plan.site || running) return
    const {minute} = plan.settings
    const late = plan.variants.filter(variant => (known.get(keyOf(variant))?.minute ?? minute) !== minute)
    if (late.length === 0) return
    shading?.abort()
    const stop = new AbortController()
    shading = stop
    try {
      for (const {key, task} of questionsOf(late)) {
        const shade = await runShade(task, stop.signal)
        const before = known.get(key)
        if (before) known.set(key, {minute, analysis: {...before.analysis, ...shade}})
      }
      plan.redraw()
    } catch (error) {
      if (!stop.signal.aborted) plan.fault(t.failed((error as Error).message))
    }
  }

  return {
    of,
    run,
    reshade,
    isEmpty: () => known.size === 0,
    isRunning: () => running !== null,
    cancel: () => running?.abort(),
  }
}
