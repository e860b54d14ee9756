#pragma once

#include "Particle.h"

// A relay at a pin.
class Relay {
public:
    explicit Relay(pin_t pin) : pin_(pin) {}

    void begin() {
        pinMode(pin_, OUTPUT);
        set(false);
    }

    void set(bool on) {
        digitalWrite(pin_, on ? HIGH : LOW);
    }

private:
    pin_t pin_;
};
