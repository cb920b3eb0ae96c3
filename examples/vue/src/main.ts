// Before Vue mounts: it looks at the element to tell properties from attributes.
import 'talking-points-elements/define';
import { createApp } from 'vue';
import Visit from './Visit.vue';

createApp(Visit).mount('#root');
