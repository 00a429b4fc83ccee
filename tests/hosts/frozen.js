// A host that lets nobody add to what everything is made of.
Object.freeze(Array.prototype);
Object.freeze(Object.prototype);
