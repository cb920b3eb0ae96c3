// Before Svelte mounts: it looks at the element to tell properties from attributes.
import 'talking-points-elements/define';
import { mount } from 'svelte';
import Visit from './Visit.svelte';

const target = document.querySelector('#root');
if (target) mount(Visit, { target });
