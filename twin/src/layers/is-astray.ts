import {groundMetres} from './ground-metres.ts'

type Place = {lon: number; lat: number}

/** No city reaches so far from the middle of its scene. */
const cityMetres = 60_000

/** Whether a place lies so far from the middle that it is no part of the city: a degree mistyped is 111 km. */
export const isAstray = (place: Place, middle: Place): boolean => groundMetres(place, middle) > cityMetres
