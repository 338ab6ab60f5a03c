import type {DemoOptions, Scope} from './chapter.ts'
import {dateOf, dayOf, parseDay} from './tools/time/days.ts'
import {eventsBefore} from './world/events.ts'
import {makeGround} from './world/ground/make-ground.ts'
import {makeWeather} from './world/weather/make-weather.ts'

const years = 6

/** What chapters are told, for some options. */
export function makeScope({seed, scale, today: date}: DemoOptions): Scope {
  const today = parseDay(date)
  const events = eventsBefore(today)
  // In the first weeks of a year the sixth year is not told yet, and one more is taken at the other end.
  const firstDay = dayOf(dateOf(today - 90).year - (years - 1), 1, 1)
  return {
    seed,
    scale,
    today,
    firstDay,
    events,
    ground: once(() => makeGround({seed, scale})),
    weather: once(() => makeWeather(seed, firstDay, today, events)),
  }
}

function once<T>(make: () => T): () => T {
  let made: {value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}
