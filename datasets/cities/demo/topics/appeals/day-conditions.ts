import type {Weather} from '../../world/weather/weather.ts'

/** What a day was like, as far as residents complain about it. */
export type DayConditions = {
  /** Degrees Celsius. */
  mean: number
  min: number
  /** Millimetres on the day, and on it and the two before. */
  rain: number
  rainOfThree: number
  /** Metres per second, the strongest hour. */
  wind: number
  /** Centimetres at noon. */
  snow: number
  /** Centimetres that fell on the day. */
  freshSnow: number
  /** Above freezing after three days of frost: the ground works, and pipes break. */
  isThaw: boolean
  /** Days since the heating was turned on; −1 while it is off. */
  heatingDays: number
}

/**
 * The days from `first` to before `end`, from the hours of the weather. As cities decide it, the heating is turned on in
 * autumn after three days in a row of 8 °C and less on average, and off in spring after three above; from November to
 * March it stays on.
 * @param monthOf 1 to 12
 */
export function dayConditions(
  weather: Weather,
  first: number,
  end: number,
  monthOf: (day: number) => number,
): DayConditions[] {
  const days: DayConditions[] = []
  // A story that begins in winter begins with warm radiators.
  let heatingDays = monthOf(first) < 4 ? 60 : -1
  for (let day = first; day < end; day++) {
    // The city's day begins about two hours before the day of UTC.
    const from = day * 24 - 2 - weather.firstHour
    let [sum, min, rain, wind, freshSnow] = [0, 99, 0, 0, 0]
    for (let hour = from; hour < from + 24; hour++) {
      const at = Math.min(weather.temperature.length - 1, Math.max(0, hour))
      const temperature = weather.temperature[at]!
      sum += temperature
      if (temperature < min) min = temperature
      rain += weather.rain[at]!
      if (weather.windSpeed[at]! > wind) wind = weather.windSpeed[at]!
      freshSnow += Math.max(0, weather.snow[at]! - weather.snow[Math.max(0, at - 1)]!)
    }
    const [before, earlier] = [days.at(-1), days.at(-2)]
    const mean = sum / 24
    const month = monthOf(day)
    const isCold = (d: DayConditions | undefined) => d === undefined || d.mean <= 8
    const isSeason = month >= 11 || month <= 3
    if (heatingDays >= 0) {
      const isWarm = mean > 8 && !isCold(before) && !isCold(earlier)
      heatingDays = isWarm && !isSeason ? -1 : heatingDays + 1
    } else if ((mean <= 8 && isCold(before) && isCold(earlier) && month > 8) || isSeason) heatingDays = 0
    const noon = Math.min(weather.snow.length - 1, Math.max(0, from + 12))
    days.push({
      mean,
      min,
      rain,
      rainOfThree: rain + (before?.rain ?? 0) + (earlier?.rain ?? 0),
      wind,
      snow: weather.snow[noon]!,
      freshSnow,
      isThaw: mean > 0 && days.length >= 3 && days.slice(-3).some(({mean}) => mean < -2),
      heatingDays,
    })
  }
  return days
}
