import type {Format} from '../format.ts'
import {element} from './element.ts'
import {icon} from './icon.ts'
import type {LayerTexts} from './layer-texts.ts'
import {writeStep} from './write-step.ts'

/** A slider over the steps of time, with buttons to step and to play. */
export type TimeSlider = {
  element: HTMLElement
  draw(step: string | null, steps: string[]): void
  stop(): void
}

const playMilliseconds = 900
const paths = {
  play: 'M6 4v12l10-6z',
  pause: 'M6 4v12M14 4v12',
  earlier: 'M13 4l-7 6 7 6',
  later: 'M7 4l7 6-7 6',
}

/** `onStep` is told whether the step came by itself, which nobody is to be told of aloud. */
export function timeSlider(
  title: string,
  {l, f}: {l: LayerTexts; f: Format},
  onStep: (step: string, isQuiet: boolean) => void,
): TimeSlider {
  const range = element('input', {
    type: 'range',
    min: '0',
    step: '1',
    'aria-label': l.step(title),
    'data-control': 'time-step',
  })
  const output = element('output', {class: 'twin-moment'})
  const button = (control: string, label: string, path: string, onClick: () => void) => {
    const made = element(
      'button',
      {type: 'button', 'data-control': control, 'aria-label': label, title: label},
      icon(path),
    )
    made.addEventListener('click', onClick)
    return made
  }
  const play = button('play', l.play, paths.play, () => (timer ? stop() : start()))
  // Where motion is not welcome time goes on by hand alone.
  play.hidden = matchMedia('(prefers-reduced-motion: reduce)').matches
  const host = element(
    'div',
    {class: 'twin-time'},
    output,
    range,
    element(
      'div',
      {class: 'twin-time-keys'},
      button('earlier', l.earlier, paths.earlier, () => by(-1)),
      play,
      button('later', l.later, paths.later, () => by(1)),
    ),
  )
  let timer: ReturnType<typeof setInterval> | undefined
  let steps: string[] = []
  let at = 0
  range.addEventListener('input', () => go(range.valueAsNumber, false))

  function by(count: number): void {
    stop()
    go(Math.max(0, Math.min(steps.length - 1, at + count)), false)
  }

  function go(next: number, isQuiet: boolean): void {
    const step = steps[next]
    if (step === undefined || next === at) return
    at = next
    say()
    onStep(step, isQuiet)
  }

  function start(): void {
    if (at >= steps.length - 1) go(0, true)
    timer = setInterval(() => {
      if (at >= steps.length - 1 || !host.isConnected) stop()
      else go(at + 1, true)
    }, playMilliseconds)
    label(l.pause, paths.pause)
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
    label(l.play, paths.play)
  }

  function label(text: string, path: string): void {
    play.replaceChildren(icon(path))
    play.setAttribute('aria-label', text)
    play.title = text
  }

  function say(): void {
    const step = steps[at]
    const text = step === undefined ? '' : writeStep(step, f)
    output.textContent = text
    range.value = String(at)
    range.setAttribute('aria-valuetext', text)
  }

  return {
    element: host,
    draw(step, all) {
      steps = all
      range.max = String(Math.max(0, all.length - 1))
      const found = all.indexOf(step ?? '')
      at = found < 0 ? Math.max(0, all.length - 1) : found
      say()
    },
    stop,
  }
}
