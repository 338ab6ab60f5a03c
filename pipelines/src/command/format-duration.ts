/** Milliseconds as a person reads them: "0.3 s", "41.2 s", "2 min 05 s", "1 h 03 min", "12 days". */
export function formatDuration(milliseconds: number): string {
  const tenths = Math.max(0, Math.round(milliseconds / 100))
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${pad(seconds % 60)} s`
  if (minutes >= 48 * 60) return `${Math.floor(minutes / 1440)} days`
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`
}

const pad = (value: number) => String(value).padStart(2, '0')
