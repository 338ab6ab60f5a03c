import type {Twin} from '@hromada/twin/browser'
import {sunPosition} from '@hromada/twin/planning'
import type {Format} from '../../format.ts'
import {marked} from '../element.ts'
import {instantOf} from '../planning/instant-of.ts'
import type {ToolTexts} from './tool-texts.ts'

type Place = {lon: number; lat: number}
type Words = {t: ToolTexts; f: Format; metres: string}

/** Where the sun stands on a day and at an hour of the city's clock, on the canvas and in words. */
export type SunTool = {
  open(): void
  /** Sets the moment, in milliseconds since 1970; null puts the shadows out. */
  set(instant: number | null): void
}

/** `onSun` is told of every moment that is chosen, with null when there are no shadows any more. */
export function sunTool(
  root: HTMLElement,
  twin: Twin,
  {lon, lat}: Place,
  zone: string,
  words: Words,
  onSun: (instant: number | null, text: string) => void,
): SunTool {
  const input = (name: string) => marked(root, `sun="${name}"`) as HTMLInputElement
  const [day, minute, clock, result] = ['day', 'minute', 'clock', 'result'].map(input) as [
    HTMLInputElement,
    HTMLInputElement,
    HTMLElement,
    HTMLElement,
  ]
  const read = () => show(instantOf(day.value, minute.valueAsNumber, zone))
  for (const field of [day, minute])
    field.addEventListener('input', () => {
      if (day.value) read()
    })
  for (const button of root.querySelectorAll<HTMLElement>('[data-twin-sun-day]'))
    button.addEventListener('click', () => {
      const year = (day.value || localOf(Date.now(), zone).day).slice(0, 4)
      day.value = `${year}-${yearDays[button.dataset.twinSunDay as keyof typeof yearDays]}`
      read()
    })
  input('now').addEventListener('click', () => set(Date.now()))
  input('off').addEventListener('click', () => set(null))

  function set(instant: number | null): void {
    if (instant === null) {
      twin.sunlight(null)
      result.textContent = ''
      onSun(null, words.t.sunOff)
      return
    }
    const local = localOf(instant, zone)
    day.value = local.day
    minute.value = String(Math.floor(local.minute / 5) * 5)
    read()
  }

  function show(instant: number): void {
    const {azimuthDegrees, altitudeDegrees} = sunPosition(instant, lat, lon)
    const time = clockWords(minute.valueAsNumber)
    clock.textContent = time
    minute.setAttribute('aria-valuetext', time)
    const [azimuth, altitude] = [azimuthDegrees, altitudeDegrees].map(
      degrees => (degrees * Math.PI) / 180,
    ) as [number, number]
    // Below the horizon nothing shines; the picture stays readable by light from above.
    const isUp = altitudeDegrees > 0.3
    twin.sunlight(
      isUp
        ? {
            east: Math.sin(azimuth) * Math.cos(altitude),
            north: Math.cos(azimuth) * Math.cos(altitude),
            up: Math.sin(altitude),
          }
        : {east: 0, north: 0, up: 1},
    )
    const {t, f, metres} = words
    const degrees = (value: number) => `${f.number(value, 1)}°`
    const text = isUp
      ? t.sunResult(
          degrees(azimuthDegrees),
          degrees(altitudeDegrees),
          f.unit(10 / Math.tan(altitude), metres, 1),
        )
      : t.sunDown(degrees(azimuthDegrees))
    result.textContent = text
    onSun(instant, text)
  }

  return {
    set,
    open() {
      if (day.value === '') set(Date.now())
      else read()
    },
  }
}

/** Equinox and solstices, as month and day: within a day of them in any year. */
const yearDays = {march: '03-20', june: '06-21', december: '12-21'}

const clockWords = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The day and the minute after midnight that clocks of a zone show at an instant. */
function localOf(instant: number, zone: string): {day: string; minute: number} {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(instant)
    .split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return {day, minute: hours * 60 + minutes}
}
