import {CustomShader, LightingModel} from '@cesium/engine'

/**
 * Shade from the direction of a face alone, in the colour that the style gives it: what lies flat keeps the colour, what
 * turns from the light is darker. The engine's own lighting would add a sky, reflections and a camera's exposure, none
 * of which help to read a building. With features, each is a shade of its own, so that houses in a row can be told apart.
 */
export const shading = ({hasFeatures}: {hasFeatures: boolean}) =>
  new CustomShader({
    lightingModel: LightingModel.UNLIT,
    fragmentShaderText: `
      void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
        vec3 normal = normalize(fsInput.attributes.normalEC);
        float towardsLight = dot(normal, normalize(czm_lightDirectionEC));
        // A flat roof has 0.77 and its full colour. Faces in the shade still differ by how far they turn away.
        float shade = towardsLight > 0.0 ? mix(0.64, 1.0, min(1.0, towardsLight / 0.77)) : 0.64 + 0.2 * towardsLight;
        ${hasFeatures ? 'shade *= 0.955 + 0.045 * fract(sin(float(fsInput.featureIds.featureId_0) * 12.9898) * 43758.5453);' : ''}
        // Out of this stage colours are taken as linear and turned into sRGB.
        material.diffuse = vec3(pow(shade, 2.2));
      }`,
  })
