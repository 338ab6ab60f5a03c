import type {LayoutEdge} from '../../layout/layout.ts'

/** Roads that have house numbers on them. */
export const isStreet = ({class: road}: LayoutEdge): boolean =>
  road === 'avenue' || road === 'main' || road === 'street' || road === 'local'

/** Roads that a car may use. */
export const isDrivable = (edge: LayoutEdge): boolean => isStreet(edge) || edge.class === 'lane'
