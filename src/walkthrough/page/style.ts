/** The style of the stage, loaded beside the walk. */
import context from '../../island/context.css'
import mesh from '../../mesh/mesh.css'
import stage from './stage.css'

export const css = context + mesh + stage
