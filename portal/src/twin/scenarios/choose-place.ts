/** A click on a plan puts its place into the form: what can be typed may also be shown. */
const form = document.querySelector<HTMLFormElement>('[data-comment-form]')
for (const plan of document.querySelectorAll<SVGSVGElement>('[data-scenario-plans] svg[data-ground]')) {
  if (!form) break
  plan.classList.add('is-clickable')
  plan.addEventListener('click', event => {
    const {lon, lat, lonPerMetre, latPerMetre} = JSON.parse(plan.dataset.ground!) as Record<string, number>
    const {x, y} = new DOMPoint(event.clientX, event.clientY).matrixTransform(plan.getScreenCTM()!.inverse())
    const place = {lat: (lat! - y * latPerMetre!).toFixed(6), lon: (lon! + x * lonPerMetre!).toFixed(6)}
    for (const name of ['lat', 'lon'] as const)
      form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = place[name]
    form.querySelector('[data-comment-place]')!.textContent = form.dataset
      .chosen!.replace('{lat}', place.lat)
      .replace('{lon}', place.lon)
    for (const old of document.querySelectorAll('.comment-chosen')) old.remove()
    const mark = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
    const radius = plan.viewBox.baseVal.width / 60
    for (const [name, value] of Object.entries({cx: x, cy: y, r: radius}))
      mark.setAttribute(name, String(value))
    mark.classList.add('comment-chosen')
    plan.append(mark)
  })
}
