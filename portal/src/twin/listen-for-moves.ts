import {keyAction, type Move} from '@hromada/twin/layers'

/** What keys and buttons ask of a view. */
type Moves = {
  /** Whether the view can be moved so; if not, a key is left to the browser. */
  move(move: Move): boolean
  goHome(): void
  pickCentre(): void
}

/** Keys on the view and buttons beside it move it, until the signal says that it is gone. */
export function listenForMoves(root: Element, host: HTMLElement, moves: Moves, signal?: AbortSignal): void {
  const until = signal ? {signal} : {}
  host.addEventListener('pointerdown', () => host.focus({preventScroll: true}), until)
  host.addEventListener(
    'keydown',
    event => {
      const action = keyAction(event)
      if (!action || (action.do === 'move' && !moves.move(action.move))) return
      event.preventDefault()
      if (action.do === 'home') moves.goHome()
      else if (action.do === 'pick') moves.pickCentre()
      else if (action.do === 'leave') host.blur()
    },
    until,
  )
  for (const button of root.querySelectorAll<HTMLElement>('[data-twin-move]'))
    button.addEventListener(
      'click',
      () => {
        const move = JSON.parse(button.dataset.twinMove ?? '') as Move | {move: 'home'}
        if (move.move === 'home') moves.goHome()
        else moves.move(move)
      },
      until,
    )
}
