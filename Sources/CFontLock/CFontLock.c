#include "CFontLock.h"

#include <pthread.h>

static pthread_mutex_t lock;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make(void) {
  pthread_mutexattr_t kind;
  pthread_mutexattr_init(&kind);
  pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&lock, &kind);
  pthread_mutexattr_destroy(&kind);
}

void CFontLock_take(void) {
  pthread_once(&once, make);
  pthread_mutex_lock(&lock);
}

void CFontLock_release(void) { pthread_mutex_unlock(&lock); }
