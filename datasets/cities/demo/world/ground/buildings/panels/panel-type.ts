import type {BuildingKind} from '../../ground.ts'

/** A series of slabs: what one section is, and how far slabs keep from each other for the sun to reach the flats. */
export type PanelType = {
  kind: BuildingKind
  sectionMetres: number
  depthMetres: number
  storeys: number
  flatsPerSection: number
  /** Between long sides, between a long side and an end, between ends. */
  facingMetres: number
  acrossMetres: number
  endMetres: number
}

export const fiveStoreys: PanelType = {
  kind: 'slab5',
  sectionMetres: 16.2,
  depthMetres: 12,
  storeys: 5,
  flatsPerSection: 18,
  facingMetres: 25,
  acrossMetres: 14,
  endMetres: 10,
}

export const nineStoreys: PanelType = {
  kind: 'slab9',
  sectionMetres: 19.8,
  depthMetres: 13.2,
  storeys: 9,
  flatsPerSection: 36,
  facingMetres: 33,
  acrossMetres: 17,
  endMetres: 12,
}

/** Houses of brick from the 1930s to the 50s, by the stair: along the street, around a court. */
export const brickStairs: PanelType = {
  kind: 'tenement',
  sectionMetres: 17.5,
  depthMetres: 13.4,
  storeys: 4,
  flatsPerSection: 10,
  facingMetres: 24,
  acrossMetres: 6,
  endMetres: 5,
}

/** Two storeys of the first years after the war, four flats a stair and storey pair. */
export const lowStairs: PanelType = {
  kind: 'tenement',
  sectionMetres: 12.2,
  depthMetres: 11,
  storeys: 2,
  flatsPerSection: 4,
  facingMetres: 18,
  acrossMetres: 10,
  endMetres: 8,
}
