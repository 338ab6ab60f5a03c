import type {Text} from '../../../../src/index.ts'
import type {Chapter, Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import type {Point} from '../../tools/space/vector.ts'
import {isoDate} from '../../tools/time/days.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import type {Ground} from '../../world/ground/ground.ts'
import type {FoundSite} from './find-site.ts'
import {placeInPlan} from './place-in-plan.ts'
import {type SensorPeriod, sensorPeriod} from './sensor-period.ts'
import {siteCells} from './site-cells.ts'

/** Where a device stands and since when, as cells of a register. */
type Standing = {lon: string; lat: string; district: string; installed: string}

/** A chapter that finds each device of a table its place in the city, and writes a row for it. */
export function deviceRegister<Device extends {id: string; spot: Point}>({
  id,
  title,
  path,
  devices,
  siteOf,
  row,
}: {
  id: string
  title: Text
  path: string
  devices: readonly Device[]
  /** The place that suits a device, near the spot in plan metres where it is wished for. */
  siteOf: (ground: Ground, spot: Point, device: Device) => FoundSite
  /** The cells of a device by their headers, the same headers in the same order for all. */
  row: (device: Device, standing: Standing, site: FoundSite, scope: Scope) => Record<string, Cell>
}): Chapter {
  return {
    id,
    title,
    thread: 'first',
    truths: [],
    write(scope, outbox) {
      const ground = scope.ground()
      const place = placeInPlan(scope.seed)
      const cells = siteCells(ground)
      const period = sensorPeriod(scope)
      const rows = devices.map(device => {
        const site = siteOf(ground, place(device.spot), device)
        const installed = installedDate(scope.seed, device.id, period)
        return row(device, {...cells(site), installed}, site, scope)
      })
      const file = outbox.csv(path, Object.keys(rows[0]!), {delimiter: ';'})
      for (const row of rows) file.row(Object.values(row))
      outbox.done(file)
      return {dirt: []}
    },
  }
}

/** When a device was put up: some day in the six years before its readings begin. */
const installedDate = (seed: number, id: string, {firstHour}: SensorPeriod): string =>
  isoDate(Math.floor(firstHour / 24) - 20 - new Draw(seed, 'installed', id).below(2150))
