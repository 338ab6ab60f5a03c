/** A city reaches a little further than its box: a tenth of it, on each side. */
export function isIn(
  {bbox: [west, south, east, north]}: {bbox: [number, number, number, number]},
  [lon, lat]: readonly number[],
): boolean {
  const [x, y] = [(east - west) / 10, (north - south) / 10]
  return lon! >= west - x && lon! <= east + x && lat! >= south - y && lat! <= north + y
}
