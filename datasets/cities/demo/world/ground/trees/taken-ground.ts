import {evenSteps} from '../../../tools/space/even-steps.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import {heading, leftOf, step} from '../../../tools/space/vector.ts'
import type {Area, Building, Edge, Network} from '../ground.ts'
import {roadMetres} from '../layout/layout.ts'
import {cellsInRing} from '../terrain/cells-in-ring.ts'
import {cellMetres, type Terrain, terrainCells} from '../terrain.ts'

const squareMetres = 2
const squares = planMetres / squareMetres
const grid = {cells: squares, cellMetres: squareMetres}

/** Ground on which no tree can stand: roads, walls, playing fields and water, in squares of two metres. */
export class TakenGround {
  #taken = new Uint8Array(squares * squares)
  #water: Uint8Array

  constructor(terrain: Terrain, network: Network, buildings: readonly Building[], yards: readonly Area[]) {
    this.#water = terrain.water
    const take = (cell: number) => {
      this.#taken[cell] = 1
    }
    for (const edge of network.edges) {
      const from = network.nodes[edge.from]!.at
      const to = network.nodes[edge.to]!.at
      const across = leftOf(heading(from, to))
      const half = carriagewayMetres(edge) / 2
      const corners = [
        step(from, across, half),
        step(from, across, -half),
        step(to, across, -half),
        step(to, across, half),
      ]
      cellsInRing(corners, grid, take)
    }
    for (const {outline} of buildings) {
      cellsInRing(outline, grid, take)
      // Squares count whose middle lies inside; corners of walls reach into others.
      for (const [x, y] of evenSteps([...outline, outline[0]!], 1))
        take(Math.floor(y / squareMetres) * squares + Math.floor(x / squareMetres))
    }
    for (const {kind, rings} of yards)
      if (kind === 'pitch' || kind === 'parking' || kind === 'market') cellsInRing(rings[0]!, grid, take)
  }

  /** May a trunk stand here, a metre and a half from everything? */
  isFree(x: number, y: number): boolean {
    if (x < 3 || y < 3 || x > planMetres - 3 || y > planMetres - 3) return false
    const cell = Math.floor(y / cellMetres) * terrainCells + Math.floor(x / cellMetres)
    if (this.#water[cell] !== 0) return false
    const reach = 1.5
    return (
      this.#isFreeSquare(x, y) &&
      this.#isFreeSquare(x - reach, y) &&
      this.#isFreeSquare(x + reach, y) &&
      this.#isFreeSquare(x, y - reach) &&
      this.#isFreeSquare(x, y + reach)
    )
  }

  #isFreeSquare(x: number, y: number): boolean {
    return this.#taken[Math.floor(y / squareMetres) * squares + Math.floor(x / squareMetres)] === 0
  }
}

/** Full width of what is paved for wheels, feet or rails, in metres. */
const carriagewayMetres = ({class: roadClass}: Edge): number =>
  roadClass === 'path'
    ? 3
    : roadClass === 'rail'
      ? 16
      : roadClass === 'lane'
        ? 5
        : roadMetres[roadClass] * 0.55
