import type {Twin} from '@hromada/twin/browser'
import {keyAction, type Move} from '@hromada/twin/layers'

/** Keys on the canvas and buttons beside it move the view; every gesture of the mouse has both. */
export function listenForMoves(root: Element, host: HTMLElement, twin: Twin, goHome: () => void): void {
  host.addEventListener('pointerdown', () => host.focus({preventScroll: true}))
  host.addEventListener('keydown', event => {
    const action = keyAction(event)
    if (!action) return
    event.preventDefault()
    if (action.do === 'move') twin.move(action.move)
    else if (action.do === 'home') goHome()
    else if (action.do === 'pick') twin.pickCentre()
    else host.blur()
  })
  for (const button of root.querySelectorAll<HTMLElement>('[data-twin-move]'))
    button.addEventListener('click', () => {
      const move = JSON.parse(button.dataset.twinMove ?? '') as Move | {move: 'home'}
      if (move.move === 'home') goHome()
      else twin.move(move)
    })
}
