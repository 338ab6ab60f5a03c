import type {Twin} from '@hromada/twin/browser'
import type {Format} from '../../format.ts'
import {marked} from '../element.ts'
import type {ToolTexts} from './tool-texts.ts'

/** A box that buildings are cut to, and ground that is seen through. */
export function cutawayTool(
  root: HTMLElement,
  twin: Twin,
  {t, f, metres}: {t: ToolTexts; f: Format; metres: string},
  say: (text: string) => void,
): {open(): void} {
  const input = (name: string) => marked(root, `section="${name}"`) as HTMLInputElement
  const [on, size, top, ground] = ['on', 'size', 'top', 'ground'].map(input) as [
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
  ]
  let middle: {lon: number; lat: number} | null = null
  for (const field of [on, size, top, ground]) field.addEventListener('input', () => apply(true))
  input('here').addEventListener('click', () => {
    middle = null
    on.checked = true
    apply(true)
  })

  function apply(isSaid: boolean): void {
    for (const field of [size, top, ground]) {
      const output = field.closest('label')?.querySelector('output')
      if (output) output.textContent = f.number(field.valueAsNumber)
    }
    if (on.checked) {
      const {lon, lat} = middle ?? twin.orbit()
      middle = {lon, lat}
      const [halfMetres, topMetres] = [size.valueAsNumber / 2, top.valueAsNumber]
      twin.section({lon, lat, groundMetres: twin.groundAt(lon, lat), halfMetres, topMetres})
    } else {
      middle = null
      twin.section(null)
    }
    twin.seeThroughGround(ground.valueAsNumber / 100)
    const lines = [
      ...(on.checked
        ? [t.sectionResult(f.unit(size.valueAsNumber, metres), f.unit(top.valueAsNumber, metres))]
        : []),
      ...(ground.valueAsNumber > 0 ? [t.groundResult(f.percent(ground.valueAsNumber / 100, 0))] : []),
    ]
    input('result').textContent = lines.join(' ')
    if (isSaid) say(lines.join(' '))
  }

  return {open: () => apply(false)}
}
