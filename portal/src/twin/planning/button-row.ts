import {element} from '../element.ts'

/** Fills a row of buttons: names of which one is pressed, and what adds to them or takes away. The keyboard stays where it was. */
export function fillButtonRow(
  row: HTMLElement,
  names: string[],
  chosen: number,
  choose: (index: number) => void,
  ...actions: (false | {label: string; act: () => void})[]
): void {
  const focused = [...row.children].indexOf(document.activeElement!)
  const button = (label: string, act: () => void, attributes: Record<string, string> = {}) => {
    const made = element('button', {type: 'button', ...attributes}, label)
    made.addEventListener('click', act)
    return made
  }
  row.replaceChildren(
    ...names.map((name, index) =>
      button(name, () => choose(index), {'aria-pressed': String(index === chosen)}),
    ),
    ...actions.flatMap(action => (action ? [button(action.label, action.act)] : [])),
  )
  if (focused >= 0) (row.children[Math.min(focused, row.children.length - 1)] as HTMLElement).focus()
}
