import {CustomShader, LightingModel, UniformType, VaryingType} from '@cesium/engine'

/**
 * Buildings in their guessed colours, walls and roofs apart, in the light of the scene's sun: warm where it shines, blue
 * where it does not. The engine's own lighting would add reflections and a camera's exposure, none of which help to read
 * a building. The tileset's style multiplies what comes out: white leaves it as it is. With `u_plain` at 1 the guessed
 * colours give way to white, so that a colour that means something is seen as it is in the legend.
 */
export const buildingShading = () =>
  new CustomShader({
    lightingModel: LightingModel.UNLIT,
    varyings: {v_roof: VaryingType.VEC3, v_wall: VaryingType.VEC3, v_up: VaryingType.VEC3},
    uniforms: {u_plain: {type: UniformType.FLOAT, value: 0}},
    // All that does not turn with a face is worked out at corners, of which there are many times fewer than pixels.
    // Out of the next stage colours are taken as linear and turned into sRGB.
    vertexShaderText: `
      void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
        // Houses in a row differ by a hair.
        float hair = fract(sin(float(vsInput.featureIds.featureId_0) * 12.9898) * 43758.5453) * (1.0 - u_plain);
        float light = 0.95 + 0.07 * hair;
        v_roof = pow(light * mix(vsInput.metadata.roofs, vec3(1.0), u_plain), vec3(2.2));
        v_wall = pow(light * mix(vsInput.metadata.walls, vec3(0.93), u_plain), vec3(2.2));
        // Models stand upright: y is up.
        v_up = normalize(czm_normal * vec3(0.0, 1.0, 0.0));
      }`,
    // Corners have no normals, as faces are flat: how a place moves from pixel to pixel tells how its face is turned,
    // and that is the side which is looked at.
    fragmentShaderText: `
      void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
        vec3 place = fsInput.attributes.positionEC;
        vec3 normal = normalize(cross(dFdx(place), dFdy(place)));
        float towardsSun = dot(normal, czm_lightDirectionEC);
        // The sky lights all from above; faces in the shade still differ by how far they turn away.
        vec3 sky = vec3(0.58, 0.615, 0.68) + 0.05 * min(towardsSun, 0.0);
        vec3 shine = vec3(0.53, 0.485, 0.40) * clamp(towardsSun / 0.8, 0.0, 1.0);
        // A wall's normal lies flat.
        vec3 colour = dot(normal, v_up) > 0.2 ? v_roof : v_wall;
        material.diffuse = min(colour * pow(sky + shine, vec3(2.2)), vec3(1.0));
      }`,
  })
