/** The form of a noun that goes with a whole number: 1 день, 2 дні, 5 днів, 11 днів, 21 день. */
export function plural(count: number, one: string, few: string, many: string): string {
  const hundredth = count % 100
  const tenth = count % 10
  if (hundredth > 10 && hundredth < 15) return many
  return tenth === 1 ? one : tenth > 1 && tenth < 5 ? few : many
}
