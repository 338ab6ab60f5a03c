import {type Plan, placeLabels, placeLineLabels, type Room, textWidth} from '@hromada/twin/layers'
import type {MapName} from '@hromada/twin/map-names'
import {svg} from './svg.ts'

/** A name of the ground, in the reader's language. */
export type GroundName = Pick<MapName, 'kind' | 'name' | 'points'>

/**
 * Names along streets, and of waters and places where there is room, beside what is `covered`.
 * @param letter height of type, in units of the plan
 */
export function groundNames(all: GroundName[], plan: Plan, letter: number, covered: Room[]): SVGElement {
  const known = all.map(({points, ...one}) => ({
    ...one,
    points: points.map(([lon, lat]) => plan.point({lon, lat})),
  }))
  const spots = known.filter(({kind}) => kind !== 'street')
  const rooms = spots.map(({name, points}, index) => {
    const [[x, y] = [-1, -1]] = points
    const weight = spots[index]!.kind === 'place' ? 1 : 0
    return {key: `${index}`, x, y, width: textWidth(name, letter), height: letter * 1.3, weight}
  })
  const moved = placeLabels(rooms, plan, [], covered)
  const over = [...covered]
  const group = svg('g', {class: 'twin-plan-names'})
  const write = (name: string, x: number, y: number, kind: string, turn = 0) => {
    const text = svg('text', {
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})`,
      dy: `${letter / 3}`,
      class: `is-${kind}`,
    })
    text.style.fontSize = `${letter}px`
    text.textContent = name
    group.append(text)
  }
  const once = new Set<string>()
  for (const [index, {name, kind}] of spots.entries()) {
    const move = moved.get(`${index}`)
    // Neighbouring tiles share what lies on their border.
    if (!move || once.has(`${kind} ${name}`)) continue
    once.add(`${kind} ${name}`)
    const room = {...rooms[index]!, x: rooms[index]!.x + move.x, y: rooms[index]!.y + move.y}
    over.push(room)
    write(name, room.x, room.y, kind)
  }
  const streets = known.filter(({kind}) => kind === 'street')
  for (const {name, x, y, turnDegrees} of placeLineLabels(streets, plan, letter, over))
    write(name, x, y, 'street', turnDegrees)
  return group
}
