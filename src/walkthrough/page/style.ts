/** The style of the stage, loaded beside the walk. */
export { default as css } from './stage.css'
